import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the plugin stands below a server's folder. */
const FOLDER = "plugin/trino-iceberg";

/** Most of the plugin is ways to storage and catalogs elsewhere: without these it is 129 MB instead of 346. */
const exclusions = [
  "io.trino:trino-filesystem-azure",
  "io.trino:trino-filesystem-gcs",
  "io.trino:trino-filesystem-s3",
  "io.trino.hadoop:*",
  "net.snowflake:*",
  "org.alluxio:*",
  "org.rocksdb:*",
  "software.amazon.awssdk:*",
];

/** The dependencies of a project that wants the plugin. */
export function icebergDependencies(version: string): string {
  const excluded = exclusions.map((each) => {
    const [group, artifact] = each.split(":");
    return `      <exclusion><groupId>${group}</groupId><artifactId>${artifact}</artifactId></exclusion>`;
  });
  return `  <dependencyManagement><dependencies><dependency>
    <groupId>io.trino</groupId><artifactId>trino-root</artifactId><version>${version}</version><type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies><dependency>
    <groupId>io.trino</groupId><artifactId>trino-iceberg</artifactId><version>${version}</version>
    <exclusions>
${excluded.join("\n")}
    </exclusions>
  </dependency></dependencies>
`;
}

/** Copies it, part by part, to its folder. */
export const copyIceberg = `      <execution>
        <id>iceberg</id>
        <phase>generate-resources</phase>
        <goals><goal>copy-dependencies</goal></goals>
        <configuration><includeScope>runtime</includeScope><outputDirectory>${FOLDER}</outputDirectory></configuration>
      </execution>
`;

/** Names the plugin's class to the server; the archive that does so otherwise is not published by itself. */
export async function announceIceberg(server: string): Promise<void> {
  const services = join(server, FOLDER, "services", "META-INF", "services");
  await mkdir(services, { recursive: true });
  await writeFile(join(services, "io.trino.spi.Plugin"), "io.trino.plugin.iceberg.IcebergPlugin\n");
}
