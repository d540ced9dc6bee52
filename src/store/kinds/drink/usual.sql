SELECT kind, volume_ml
FROM drink
WHERE day BETWEEN :from AND :until
GROUP BY kind, volume_ml
ORDER BY count(*) DESC, max(day) DESC, kind, volume_ml
LIMIT :at_most
