SELECT recipe.*, (
    SELECT json_group_array(
        json_object('food', food, 'name', name, 'amount_g', amount_g, 'portion', portion, 'contents', contents) ORDER BY place
    )
    FROM recipe_ingredient
    WHERE recipe_id = recipe.id
) AS ingredients
FROM recipe
