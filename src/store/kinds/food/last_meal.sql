-- The last day before :before on which the meal was logged.
SELECT max(day)
FROM food
WHERE meal = :meal AND day < :before AND day >= :from
