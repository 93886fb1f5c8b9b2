package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a company earned and took in in a quarter.
 *
 * @param end last day
 * @param figures in single units, those that can be had
 */
public record Quarter(LocalDate end, Map<FiledItem, Figure> figures) {

    public Quarter {
        EnumMap<FiledItem, Figure> copy = new EnumMap<>(FiledItem.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
    }
}
