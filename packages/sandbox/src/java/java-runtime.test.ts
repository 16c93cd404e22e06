import { expect, test } from "@jest/globals";
import { chooseJava, parseModuleList } from "./java-runtime.js";

test("a module list tells version and compiler", () => {
  expect(parseModuleList("/jdk/bin/java", "java.base@17.0.15\njava.sql@17.0.15\njdk.compiler@17.0.15\n")).toEqual({
    path: "/jdk/bin/java",
    version: 17,
    hasCompiler: true,
  });
  expect(parseModuleList("/jre/bin/java", "java.base@25\njava.sql@25\n")).toEqual({
    path: "/jre/bin/java",
    version: 25,
    hasCompiler: false,
  });
});

test("anything else is no Java we can use", () => {
  expect(parseModuleList("/usr/bin/java", "Unrecognized option: --list-modules\n")).toBeNull();
});

const java17 = { path: "/17", version: 17, hasCompiler: true };
const java25 = { path: "/25", version: 25, hasCompiler: true };
const image25 = { path: "/image-25", version: 25, hasCompiler: false };
const java11 = { path: "/11", version: 11, hasCompiler: true };

test.each([
  ["the oldest that suffices", [java25, java17, java11], { atLeast: 17, compiler: true }, java17],
  ["none when all are too old", [java17, java11], { atLeast: 24, compiler: false }, null],
  ["an image without compiler where none is needed", [java17, image25], { atLeast: 24, compiler: false }, image25],
  ["no image without compiler where one is needed", [image25, java25], { atLeast: 17, compiler: true }, java25],
  ["none when all others are too new", [java25, java11], { atLeast: 17, atMost: 17, compiler: true }, null],
  ["none of none", [], { atLeast: 17, compiler: false }, null],
])("chosen is %s", (_, runtimes, need, chosen) => {
  expect(chooseJava(runtimes, need)).toEqual(chosen);
});
