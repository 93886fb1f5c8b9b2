package io.bellwether.review;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats in which a review can be taken along. */
@Singleton
class Exports {

    private final Json json;

    Exports(Json json) {
        this.json = json;
    }

    /** {@link Problem} 400 that names the formats when it is none of them. */
    ReviewExport of(Review review, @Nullable String format) {
        return switch (format) {
            case "json" -> new ReviewExport(fileName(review, "json"), "application/json", json.write(review));
            case "csv" ->
                new ReviewExport(fileName(review, "csv"), "text/csv;charset=UTF-8", CsvExport.of(tree(review)));
            case null, default -> throw Problem.invalid("format", "Must be one of json, csv.");
        };
    }

    private Map<String, Object> tree(Review review) {
        return json.map(json.write(review));
    }

    private static String fileName(Review review, String extension) {
        return "review-" + review.vendor() + "-" + review.period() + "." + extension;
    }
}
