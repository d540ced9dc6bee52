-- With a single max(), SQLite takes the other bare columns from the row that holds it: the last logged one.
SELECT food, name, contents, amount_g, portion, max(day || printf('%020d', created_ms)) AS last
FROM food
WHERE day BETWEEN :from AND :until AND (:meal IS NULL OR meal = :meal)
GROUP BY food
ORDER BY count(*) DESC, last DESC, food
LIMIT :at_most
