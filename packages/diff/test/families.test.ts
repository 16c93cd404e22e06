import { expect, test } from "@jest/globals";
import { comparisonNeeds } from "@schema-gate/diff";

const patterns = ["{project}_{entity}_v{version}"];
const view = (name: string, schema = "dev_prod_live") => ({ catalog: "awsdatacatalog", schema, name });

test("of all names a comparison needs the families in which views came or went, whole", () => {
  const [tasks1, tasks2, tasks3] = [view("evergreen_tasks_v1"), view("evergreen_tasks_v2"), view("evergreen_tasks_v3")];
  const [hosts1, hosts2] = [view("evergreen_hosts_v1"), view("evergreen_hosts_v2")];
  const others = Array.from({ length: 30 }, (_, index) => view(`evergreen_other${index}_v1`));
  const before = [...others, tasks1, tasks2, hosts1, hosts2, view("evergreen_tasks_v2", "elsewhere")];
  const after = [tasks1, tasks2, tasks3, hosts2, ...others];
  expect(comparisonNeeds({ before, after, patterns }, [tasks3], [hosts1])).toEqual({
    families: {
      // A view of that name in another schema is of another family; only its name is looked at here.
      before: [tasks1, tasks2, hosts1, hosts2, view("evergreen_tasks_v2", "elsewhere")],
      after: [tasks1, tasks2, tasks3, hosts2],
      patterns,
      isAdoption: false,
    },
    predecessors: new Map([["awsdatacatalog.dev_prod_live.evergreen_tasks_v3", tasks2]]),
  });
});

test("a family that is new among others is no adoption; with nothing before, everything is adopted", () => {
  const [old, fresh] = [view("evergreen_tasks_v1"), view("evergreen_hosts_v1")];
  const none = { predecessors: new Map() };
  expect(comparisonNeeds({ before: [old], after: [old, fresh], patterns }, [fresh], [])).toEqual({
    families: { before: [], after: [fresh], patterns, isAdoption: false },
    ...none,
  });
  expect(comparisonNeeds({ before: [], after: [old, fresh], patterns }, [old, fresh], [])).toEqual({
    families: { before: [], after: [old, fresh], patterns, isAdoption: true },
    ...none,
  });
});
