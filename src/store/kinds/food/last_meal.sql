-- The days before :before on which the meal was logged, the last first.
SELECT day
FROM food
WHERE meal = :meal AND day < :before AND day >= :from
ORDER BY day DESC
