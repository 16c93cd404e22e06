WITH f (x, y) AS (SELECT DISTINCT a, b FROM t) SELECT x.id "B", -x.a q, - x.b q2, date '2020-01-01' d, CASE x.a WHEN 1 THEN 2 ELSE 3 END cc, CASE WHEN x.a=1 and x.b = 2 and x.c =3 THEN 'x' END cs, e.m || 'x' || 'y' s FROM t x CROSS JOIN (u JOIN f ON u.id = f.x) LEFT JOIN (select id i from u) w ON w.i = u.id CROSS JOIN UNNEST(x.xs) WITH ORDINALITY AS e(m, n) WHERE NOT (x.a = 1 AND x.b=2) OR x.c NOT IN (1,2) AND x.a NOT BETWEEN 1 AND 2 AND x.a IS NOT NULL AND e.m NOT LIKE 'x%' AND x.a != 3 and exists (select 1 from u uu where uu.id = x.id) ORDER BY 1 DESC OFFSET 2 LIMIT 3;

SELECT a, count(*) n, count(distinct b) m, sum(c) FILTER (WHERE b > 1) f, array_agg(c order by b desc, id) ag, TRY_CAST(a AS varchar(10)) tc, extract(year from current_date) y, interval '1' day i, 1e3 e, 1.50 dd, transform(array[1], x -> x + 1) l, row(1, 2) r, (1,2) r2, if(a>1,2) iff, array[1,2][1] sub, timestamp '2020-01-01 00:00:00' at time zone 'UTC' tz, U&'\0041' us, trim(' x ') tr, TRIM(LEADING FROM ' x') tr2, current_timestamp ct, 5 % 2 md, x'00' bn, nullif(1,2) nu, cast(null as row(x bigint, "Y z" varchar)) ro, cast(null as map(varchar, array(int))) mp FROM (select id, a, b, c from t where a > 1) GROUP BY GROUPING SETS ((a), ()) HAVING count(*) > 1;

select * from (select id, row_number() over (partition by a order by b desc) rn, sum(a) over w s, last_value(a) over (order by b rows between 1 preceding and current row) l from t window w as (partition by c)) where rn = 1 UNION select 1,2,3,4 UNION ALL values (1,2,3,4) EXCEPT (select 1,2,3,4 order by 1 limit 3);

select a from t tablesample bernoulli (10) inner join u using (id, a) order by a nulls first fetch first 3 rows only;

select id, reduce(xs, 0, (s, x) -> s + length(x), s -> s) r, position('a' in 'b') p, substring('abc' from 1 for 2) ss, localtime lt, coalesce(a, b, 0) c, a is distinct from b di, a is not distinct from b nd, (select max(id) from u where u.id = t.id) mx, a in (select id from u) inn, a > all (select id from u) al, try(a / b) tt, cast(row(1,2) as row(a int, b double precision)).a dr, date_format(deleted_at, '%Y') df, 'it''s' q, approx_percentile(a, 0.5) over (partition by b) w from t where a between 1 and 2 or not a = 3;

select a, b, count(*) n from t group by rollup (a, b);

select a, b, count(*) n from t group by cube (a), b;

select a, sum(b) s from t group by 1 having sum(b) > 3 order by 2 desc limit 5;

(select a from t) union (select a from u) intersect select id from u;

select a from t union all (select a from u union all select id from u);

table u;

select t.a, k.v from t cross join (values (1, 'x'), (2, 'y')) as k (n, v) left join (u as u1 join u as u2 on u1.id = u2.id) on u1.a = t.a;

select max_by(a, b) m, listagg(xs[1], ',') within group (order by a) l, count_if(a > 1) ci from t;

select a, row_number() over (order by b) rn from t where cast(a as varchar) like 'x\_%' escape '\' and true;

select t.* from t;

select first_value(a) ignore nulls over (partition by b order by c) fv, sum(a) over (order by c range unbounded preceding) s from t;
