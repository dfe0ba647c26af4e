"""Computes the honest numbers of one week, for every top agency and for the whole country."""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from lapor.records.statistics.statistics import Statistics
from lapor.rules.clocks import HOLDERS_CLOCKS
from lapor.rules.weeks import bounds

# One fact per row, then one pass over the facts for the agencies and the nation together. A first answer is
# in time if the clock that it stopped had not ended. What was open or late is told as of the week's end; a
# report that was closed and taken up again since counts as open in between.
_SQL = """
WITH answers AS (
    SELECT e.report_id, e.at FROM lapor_event e
    WHERE e.at >= %(start)s AND e.at < %(stop)s AND e.move IN ('follow_up', 'settle')
      AND NOT EXISTS (
        SELECT FROM lapor_event f
        WHERE f.report_id = e.report_id AND f.number < e.number AND f.move IN ('follow_up', 'settle')
      )
),
standing AS (
    SELECT r.holder_root_id, r.id FROM lapor_report r
    WHERE r.received_at < %(stop)s AND (r.ended_at IS NULL OR r.ended_at >= %(stop)s)
),
facts (agency_id, what, number) AS (
    SELECT holder_root_id, 'received', NULL::float FROM lapor_report
    WHERE received_at >= %(start)s AND received_at < %(stop)s
  UNION ALL
    SELECT r.holder_root_id, CASE WHEN d.due_at < a.at THEN 'answered_late' ELSE 'answered_in_time' END,
           extract(epoch FROM a.at - r.received_at) / 3600
    FROM answers a JOIN lapor_report r ON r.id = a.report_id
    LEFT JOIN lapor_deadline d
      ON d.report_id = a.report_id AND d.clock = 'first_follow_up' AND d.stopped_at = a.at
  UNION ALL
    SELECT r.holder_root_id,
           CASE WHEN e.move IN ('confirm', 'close_by_silence') THEN 'closed'
                WHEN e.move IN ('archive', 'expire', 'merge', 'withdraw') THEN 'archived'
                WHEN e.move = 'contest' THEN 'contested' ELSE 'rated' END,
           CASE WHEN e.move = 'rate' THEN (e.details ->> 'rating')::float END
    FROM lapor_event e JOIN lapor_report r ON r.id = e.report_id
    WHERE e.at >= %(start)s AND e.at < %(stop)s
      AND e.move IN ('confirm', 'close_by_silence', 'archive', 'expire', 'merge', 'withdraw', 'contest',
                     'rate')
  UNION ALL
    SELECT holder_root_id, 'open', NULL FROM standing
  UNION ALL
    SELECT s.holder_root_id, 'late', NULL FROM standing s
    WHERE EXISTS (
        SELECT FROM lapor_deadline d
        WHERE d.report_id = s.id AND d.clock = ANY(%(clocks)s)
          AND d.due_at < %(stop)s AND (d.stopped_at IS NULL OR d.stopped_at >= %(stop)s)
          AND (d.paused_at IS NULL OR d.paused_at >= %(stop)s)
    )
)
INSERT INTO lapor_statistics (week_from, agency_id, received, answered_in_time, answered_late, late_now,
    open_now, closed, archived, contested, rated, rating_sum, median_answer_hours, computed_at)
SELECT %(week)s, agency_id,
    count(*) FILTER (WHERE what = 'received'),
    count(*) FILTER (WHERE what = 'answered_in_time'),
    count(*) FILTER (WHERE what = 'answered_late'),
    count(*) FILTER (WHERE what = 'late'),
    count(*) FILTER (WHERE what = 'open'),
    count(*) FILTER (WHERE what = 'closed'),
    count(*) FILTER (WHERE what = 'archived'),
    count(*) FILTER (WHERE what = 'contested'),
    count(*) FILTER (WHERE what = 'rated'),
    coalesce(sum(number) FILTER (WHERE what = 'rated'), 0),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY number)
        FILTER (WHERE what IN ('answered_in_time', 'answered_late')),
    %(now)s
FROM facts GROUP BY GROUPING SETS ((agency_id), ())
"""


def compute_statistics(*, week_from: date, now: datetime) -> int:
    """Replaces the figures of the week that begins on the Monday `week_from`; returns the number of rows.

    Of a week that is not over yet, what was open and late is told as of `now`.
    """
    start, stop = bounds(week_from)
    values: dict[str, Any] = {
        "week": week_from,
        "start": start,
        "stop": min(stop, now),
        "now": now,
        "clocks": [clock.value for clock in HOLDERS_CLOCKS],
    }
    with transaction.atomic(), connection.cursor() as cursor:
        Statistics.objects.filter(week_from=week_from).delete()
        cursor.execute(_SQL, values)
        return int(cursor.rowcount)
