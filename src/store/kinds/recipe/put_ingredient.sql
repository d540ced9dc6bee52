INSERT INTO recipe_ingredient (recipe_id, place, food, name, amount_g, portion, contents)
VALUES (:recipe_id, :place, :food, :name, :amount_g, :portion, :contents)
