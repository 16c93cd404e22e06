import { afterAll, expect, test } from "@jest/globals";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refuseHiddenFiles } from "./hidden-files.js";

const tasks = aView("evergreen_tasks_v1", ["task_id varchar"]);

afterAll(removeTemporaryDirectories);

test.each(["--skip-worktree", "--assume-unchanged"])("a file under %s is named, and none is fine", async (flag) => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks]));
  files.commit();
  await refuseHiddenFiles(files.directory, "snapshots");
  const [file = ""] = Object.keys(snapshotFiles([tasks]));
  files.git("update-index", flag, file);
  await expect(refuseHiddenFiles(files.directory, "snapshots")).rejects.toThrow(`git does not look at ${file} here`);
  await refuseHiddenFiles(files.directory, "elsewhere");
});
