-- Each food at each meal: how often it was logged in some days, and which entry was the last. With a single max(), SQLite takes the other
-- bare columns from the row that holds it.
SELECT food, meal, count(*) AS times, max(day || printf('%020d', created_ms)) AS last, rowid AS newest
FROM food
WHERE day BETWEEN :from AND :until
GROUP BY food, meal
ORDER BY times DESC, last DESC, food
