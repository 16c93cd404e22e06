CREATE OR REPLACE VIEW awsdatacatalog.dev_prod_live.v__results__daily_test_stats__v1
COMMENT 'One row per project, variant, task, test, kind of request and day.'
AS
WITH tests AS (
  SELECT
    r.project,
    r.variant,
    coalesce(r.display_task_name, r.task_name) AS task_name,
    coalesce(t.display_test_name, t.test_name) AS test_name,
    r.request_type,
    date_format(r.task_create_time, '%Y-%m-%d') AS task_create_iso,
    lower(t.status) AS status,
    t.test_start_time,
    t.duration_ns
  FROM awsdatacatalog.results_landing.results__cedar__test_results__raw AS r
  CROSS JOIN UNNEST(r.results) AS t (test_name, display_test_name, status, test_start_time, duration_ns)
), compared AS (
  SELECT
    t.*,
    lag(t.status) OVER (
      PARTITION BY t.project, t.variant, t.task_name, t.test_name, t.request_type
      ORDER BY t.test_start_time
    ) AS previous_status
  FROM tests AS t
  WHERE t.status IN ('pass', 'fail', 'silentfail')
)
SELECT
  c.project,
  c.variant,
  c.task_name,
  c.test_name,
  c.request_type,
  count_if(c.status = 'pass') AS num_pass,
  count_if(c.status <> 'pass') AS num_fail,
  count_if(c.status <> c.previous_status) AS num_status_swaps,
  CAST(coalesce(sum(c.duration_ns) FILTER (WHERE c.status = 'pass'), 0) AS double) AS total_pass_duration_ns,
  c.task_create_iso
FROM compared AS c
GROUP BY c.project, c.variant, c.task_name, c.test_name, c.request_type, c.task_create_iso;

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__results__daily_test_stats__v1.task_create_iso IS 'Day the task was created in UTC, as YYYY-MM-DD.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__results__daily_test_stats__v1.total_pass_duration_ns IS 'Nanoseconds spent in runs that passed.';
