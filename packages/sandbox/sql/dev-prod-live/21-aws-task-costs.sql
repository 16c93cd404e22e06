CREATE OR REPLACE VIEW awsdatacatalog.dev_prod_live.v__evergreen__aws_task_costs__v1
COMMENT 'What each task execution on an AWS host cost, net of discounts, in US dollars.'
AS
WITH timed AS (
  SELECT
    t.*,
    date_diff('millisecond', t.dispatch_time, t.finish_time) / 1e3 AS time_taken_dispatch_s,
    date_diff('millisecond', t.start_time, t.finish_time) / 1e3 AS time_taken_s
  FROM awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1 AS t
  WHERE t.display_only IS DISTINCT FROM 'true'
)
SELECT
  t.task_id,
  t.execution,
  t.display_task_id,
  t.build_id,
  t.version_id,
  t.display_name,
  t.build_variant,
  t.build_variant_display_name,
  t.requester,
  t.activated_by,
  t.tags,
  t.host_id,
  t.dispatch_time,
  t.start_time,
  t.finish_time,
  t.time_taken_dispatch_s,
  t.time_taken_s,
  CAST(r.net_rate AS double) AS host_net_rate,
  t.time_taken_dispatch_s / 3600 * CAST(r.net_rate AS double) AS net_cost_dispatch,
  t.time_taken_s / 3600 * CAST(r.net_rate AS double) AS net_cost,
  t.finish_date,
  t.project_id
FROM timed AS t
JOIN awsdatacatalog.evergreen_landing.evergreen__mci__hosts__raw AS h
  ON h._id = t.host_id AND h.provider LIKE 'ec2%'
LEFT JOIN awsdatacatalog.costs_landing.aws__ec2__hourly_rates__raw AS r
  ON r.instance_type = h.instance_type AND CAST(t.start_time AS date) BETWEEN r.valid_from AND r.valid_until;

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__aws_task_costs__v1.host_net_rate IS 'US dollars per hour.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__aws_task_costs__v1.net_cost IS 'Cost of the time from start to finish.';

COMMENT ON COLUMN awsdatacatalog.dev_prod_live.v__evergreen__aws_task_costs__v1.net_cost_dispatch IS 'Cost of the time from dispatch to finish.';
