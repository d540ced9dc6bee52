-- JSON holds texts and numbers alone: with anything else in a damaged row, the query would fail for every recipe.
SELECT recipe.*, (
    SELECT json_group_array(
        json_object(
            'place', iif(typeof(place) = 'integer', place, NULL),
            'food', iif(typeof(food) = 'text', food, NULL),
            'name', iif(typeof(name) = 'text', name, NULL),
            'amount_g', iif(typeof(amount_g) = 'real', amount_g, NULL),
            'portion', iif(typeof(portion) = 'text', portion, NULL),
            'contents', iif(typeof(contents) = 'text', contents, NULL)
        ) ORDER BY place
    )
    FROM recipe_ingredient
    WHERE recipe_id = recipe.id
) AS ingredients
FROM recipe
