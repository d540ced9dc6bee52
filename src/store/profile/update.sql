UPDATE profile
SET birth_year = :birth_year, sex = :sex, pregnant_from = :pregnant_from, pregnant_until = :pregnant_until,
    breastfeeding_from = :breastfeeding_from, breastfeeding_until = :breastfeeding_until, conditions = :conditions,
    medicine_raises_potassium = :medicine_raises_potassium, diet = :diet, avoid = :avoid, region = :region
