export type { ComparedSide, Counts, Location, Report, ReportFinding, SideKind, UsedWaiver, Verdict } from "./report.js";
