package io.bellwether.fact.finance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The twelve companies that whoever fitted the scorecard has published with it, with the names that the API has. */
final class CheckVectors {

    static final List<Vector> ALL = read();

    /** @param statements the lines of three years, the oldest first */
    record Vector(List<Map<String, Double>> statements, Map<String, Double> inputs, Map<String, Double> scores) {}

    private CheckVectors() {}

    private static List<Vector> read() {
        List<Vector> vectors = new ArrayList<>();
        try {
            new ObjectMapper()
                    .readTree(CheckVectors.class.getResourceAsStream("/models/distress-scorecard.json"))
                    .get("check_vectors")
                    .forEach(vector -> vectors.add(vector(vector)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(vectors);
    }

    private static Vector vector(JsonNode vector) {
        List<Map<String, Double>> statements = new ArrayList<>();
        vector.get("statements").forEach(year -> statements.add(lines(year)));
        return new Vector(statements, lines(vector.get("inputs")), lines(vector.get("score")));
    }

    private static Map<String, Double> lines(JsonNode numbers) {
        Map<String, Double> lines = new TreeMap<>();
        numbers.properties()
                .forEach(line ->
                        lines.put(camelCase(line.getKey()), line.getValue().doubleValue()));
        return lines;
    }

    private static String camelCase(String name) {
        String[] words = name.split("_", -1);
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
        }
        return String.join("", words);
    }
}
