import { hasIceberg } from "../server/iceberg.js";
import { copyIceberg, icebergDependencies } from "./iceberg-plugin.js";
import type { Recipe } from "./recipe.js";

/**
 * A Maven project whose phase `generate-resources` lays out a server in the folder it stands in: `lib/` or the unpacked
 * distribution, and `plugin/` with the connectors we use. PrestoDB's is no plugin: it is compiled with what starts it.
 */
export function assemblyPom(recipe: Recipe): string {
  const { version } = recipe;
  const archives = recipe.engine === "presto" ? [] : [archive("trino-memory", version, "zip", "plugin")];
  const isLibraries = recipe.server === "libraries";
  const iceberg = hasIceberg(version);
  const copied = (isLibraries ? copyLibraries : "") + (iceberg ? copyIceberg : "");
  const declared = (isLibraries ? serverDependencies(recipe) : "") + (iceberg ? icebergDependencies(version) : "");
  // Of the distribution we leave its own plugins and launchers; the former are hard links into lib/.
  if (recipe.server === "distribution") {
    archives.unshift(archive("trino-server-core", version, "tar.gz", "server", "**/plugin/**,**/bin/**"));
  }
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>schema-gate</groupId>
  <artifactId>sandbox</artifactId>
  <version>${version}</version>
  <packaging>pom</packaging>
${declared}  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId>
    <artifactId>maven-dependency-plugin</artifactId>
    <version>3.8.1</version>
    <executions>
${archives.length === 0 ? "" : unpackArchives(archives)}${copied}    </executions>
  </plugin></plugins></build>
</project>
`;
}

function unpackArchives(archives: readonly string[]): string {
  return `      <execution>
        <id>archives</id>
        <phase>generate-resources</phase>
        <goals><goal>unpack</goal></goals>
        <configuration><artifactItems>
${archives.join("\n")}
        </artifactItems></configuration>
      </execution>
`;
}

function archive(artifact: string, version: string, type: string, folder: string, excludes?: string): string {
  const without = excludes === undefined ? "" : `<excludes>${excludes}</excludes>`;
  return (
    `          <artifactItem><groupId>io.trino</groupId><artifactId>${artifact}</artifactId><version>${version}</version>` +
    `<type>${type}</type><outputDirectory>${folder}</outputDirectory>${without}</artifactItem>`
  );
}

/** The server's own version management is imported: without it Maven mixes versions that do not work together. */
function serverDependencies({ engine, version }: Recipe): string {
  const group = engine === "presto" ? "com.facebook.presto" : "io.trino";
  return `  <dependencyManagement><dependencies><dependency>
    <groupId>${group}</groupId><artifactId>${engine}-root</artifactId><version>${version}</version><type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies><dependency>
    <groupId>${group}</groupId><artifactId>${engine}-main</artifactId><version>${version}</version>
  </dependency></dependencies>
`;
}

const copyLibraries = `      <execution>
        <id>libraries</id>
        <phase>generate-resources</phase>
        <goals><goal>copy-dependencies</goal></goals>
        <configuration><includeScope>runtime</includeScope><outputDirectory>lib</outputDirectory></configuration>
      </execution>
`;
