SELECT food, max(day || printf('%020d', created_ms)) AS last
FROM food
WHERE day BETWEEN :from AND :until
GROUP BY food
ORDER BY count(*) DESC, last DESC, food
LIMIT :at_most
