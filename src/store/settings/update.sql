UPDATE settings
SET night_starts_hour = :night_starts_hour, day_ends_hour = :day_ends_hour,
    hydration_goal_ml = :hydration_goal_ml, theme = :theme
