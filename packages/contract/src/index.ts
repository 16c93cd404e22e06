export { addPeriod, compareDates, daysBetween, isDate, type Period, parsePeriod } from "./calendar.js";
export {
  type Config,
  type ConfiguredActions,
  configJsonSchema,
  type RequiredColumns,
} from "./config-file/config-schema.js";
export { defaultConfig } from "./config-file/default-config.js";
export { type ConfigReader, loadConfigReader } from "./config-file/load-config-reader.js";
export { type Family, familyFilter, familyOf, fitsPattern } from "./config-file/naming.js";
export { nextVersionName } from "./config-file/next-version-name.js";
export { parseConfig } from "./config-file/parse-config.js";
export { type Profile, type ProfileAuth, profileSchema } from "./config-file/profile.js";
export {
  isInLandingSchema,
  isInPublicSchema,
  isLandingSchemaOf,
  isOperationalCatalog,
} from "./config-file/schema-patterns.js";
export type { Column, Contract, Security, ViewKind, ViewName } from "./contract.js";
export { answerTextProblem } from "./contract-draft/answer-text.js";
export { type Draft, type DraftFacts, draftContract } from "./contract-draft/draft-contract.js";
export {
  type DraftAnswers,
  type DraftQuestion,
  type DraftTopic,
  draftQuestions,
  draftTopics,
} from "./contract-draft/draft-questions.js";
export { hostOfContract } from "./contract-draft/host-of-contract.js";
export type { Deprecation } from "./contract-edit/deprecate-contract.js";
export { type ContractEditor, loadContractEditor } from "./contract-edit/load-contract-editor.js";
export type { NextVersion } from "./contract-edit/scaffold-version.js";
export { type ContractFile, type Lines, linesOfPromise } from "./contract-file/contract-file.js";
export { contractPath } from "./contract-file/contract-path.js";
export { type ContractReader, loadContractReader } from "./contract-file/load-contract-reader.js";
export { loadOwnersReader, type OwnersReader } from "./contract-file/load-owners-reader.js";
export { type PromiseName, promisePath } from "./contract-file/promise-path.js";
export { compareDurations, durationRatio, millisecondsOf } from "./duration/compare-durations.js";
export type { Duration } from "./duration/duration.js";
export { longestGap } from "./duration/longest-gap.js";
export { parseDuration } from "./duration/parse-duration.js";
export type { HistoryOperation, HistoryVerdict } from "./history-file/history-line.js";
export { HISTORY_ENDING, historyPath } from "./history-file/history-path.js";
export { withLastKnown } from "./history-file/last-known.js";
export { nextLines, type RecordedChange } from "./history-file/next-lines.js";
export { parseHistory, type RecordedLine } from "./history-file/parse-history.js";
export { type History, type HistoryEntry, rebuildHistory } from "./history-file/rebuild-history.js";
export { stateDigest, textDigest } from "./history-file/state-digest.js";
export { latestLines, stateOn } from "./history-file/state-on.js";
export type { JobTask, TaskCondition, TaskDestination, TaskSql } from "./job-file/job.js";
export type { Job, JobProblem, KnownTask } from "./job-file/job-folder.js";
export { readJobConfig } from "./job-file/read-job-config.js";
export { type JobTexts, readJobs } from "./job-file/read-jobs.js";
export { type MarsScript, readMarsScript } from "./job-file/read-mars-script.js";
export { readTaskSql, type TaskSqlText } from "./job-file/read-task-sql.js";
export type { Measured, Moment, Unmeasured } from "./measured.js";
export type {
  DeletionMode,
  DocumentationLink,
  Filling,
  Frequency,
  Grain,
  LifecycleStatus,
  Lineage,
  Promises,
  Stakeholder,
  SupportContact,
  TaskKind,
  TimePromise,
  ViewUse,
} from "./promises.js";
export { suggestName } from "./schema-issues/suggest-name.js";
export { keepKnown } from "./snapshot-file/keep-known.js";
export { printBundle, printSnapshot } from "./snapshot-file/print-snapshot.js";
export { locateView, locateViews, parseSnapshotText, readView } from "./snapshot-file/read-snapshot.js";
export { type ContractPair, type LocatedView, readLocated, readViewPair } from "./snapshot-file/read-view-pair.js";
export { snapshotPath } from "./snapshot-file/snapshot-path.js";
export { linesOfColumn, type ViewText } from "./snapshot-file/view-text.js";
export { MAX_TYPE_DEPTH } from "./trino-type/max-type-depth.js";
export { parseDisplayType } from "./trino-type/parse-display-type.js";
export { canonicalType, parseType } from "./trino-type/parse-type.js";
export { printType } from "./trino-type/print-type.js";
export { quoteIdentifier } from "./trino-type/quote-identifier.js";
export {
  commonSuperType,
  relateTypes,
  type TypeRelation,
  type TypeRelationship,
} from "./trino-type/relate-types.js";
export { isReservedWord } from "./trino-type/reserved-words.js";
export { isSameType } from "./trino-type/same-type.js";
export type { RowField, TrinoType } from "./trino-type/trino-type.js";
export { TypeSignatureError, typeFromSignature } from "./trino-type/type-from-signature.js";
export { AmbiguousTypeText, TypeTextError } from "./trino-type/type-text-error.js";
export { UserError, type UserErrorKind } from "./user-error.js";
export { nameLabel, viewLabel, viewName, viewOfLabel } from "./view-label.js";
export { loadWaiverReader, type WaiverReader } from "./waiver-file/load-waiver-reader.js";
export { parseWaiver } from "./waiver-file/parse-waiver.js";
export { printWaiver } from "./waiver-file/print-waiver.js";
export { waiverProblem } from "./waiver-file/waiver-problem.js";
export { type Waiver, waiverJsonSchema } from "./waiver-file/waiver-schema.js";
