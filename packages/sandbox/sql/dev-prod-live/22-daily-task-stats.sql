CREATE OR REPLACE VIEW awsdatacatalog.dev_prod_live.v__evergreen__daily_task_stats__v1
COMMENT 'One row per project, variant, task, kind of request and day.'
AS
WITH runs AS (
  SELECT
    t.*,
    lag(t.status) OVER (
      PARTITION BY t.project_id, t.build_variant, t.display_name, t.requester
      ORDER BY t.finish_time
    ) AS previous_status
  FROM awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1 AS t
)
SELECT
  r.project_id,
  r.build_variant AS variant,
  r.display_name AS task_name,
  r.requester AS request_type,
  r.finish_date,
  count_if(r.status = 'success') AS num_success,
  count_if(r.status = 'failed') AS num_failed,
  count_if(r.status = 'failed' AND r.details.timed_out) AS num_timed_out,
  count_if(r.status = 'failed' AND r.details.type = 'test') AS num_test_failed,
  count_if(r.status = 'failed' AND r.details.type = 'system') AS num_system_failed,
  count_if(r.status = 'failed' AND r.details.type = 'setup') AS num_setup_failed,
  count_if(r.status <> r.previous_status) AS num_status_swaps,
  coalesce(sum(r.time_taken) FILTER (WHERE r.status = 'success'), 0) AS total_success_duration_ns
FROM runs AS r
GROUP BY 1, 2, 3, 4, 5;

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__daily_task_stats__v1.num_status_swaps IS 'How often a run ended otherwise than the run before it.';
