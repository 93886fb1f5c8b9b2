package io.bellwether.probe;

import io.bellwether.core.Finding;
import io.bellwether.core.language.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What vendors wrote, made fit to be kept: the database knows no NUL, and nobody reads a sentence of 16 KiB. */
final class Evidence {

    private static final int LONGEST_REASON = 500;

    private Evidence() {}

    static String reason(String reason) {
        String clean = clean(reason);
        return PlainText.cut(clean, LONGEST_REASON);
    }

    static Map<String, Object> detail(Map<String, Object> detail) {
        Map<String, Object> clean = new LinkedHashMap<>();
        detail.forEach((key, value) -> clean.put(clean(key), clean(value)));
        return clean;
    }

    static List<Finding> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Finding(
                        finding.dimension(),
                        finding.signal(),
                        clean(finding.key()),
                        finding.value(),
                        finding.occurredAt(),
                        clean(finding.source()),
                        detail(finding.detail())))
                .toList();
    }

    private static Object clean(Object value) {
        return switch (value) {
            case String text -> clean(text);
            case Map<?, ?> map -> {
                Map<String, Object> clean = new LinkedHashMap<>();
                map.forEach((key, inner) -> clean.put(clean(String.valueOf(key)), clean(inner)));
                yield clean;
            }
            case List<?> list -> {
                List<Object> clean = new ArrayList<>();
                list.forEach(inner -> clean.add(clean(inner)));
                yield clean;
            }
            default -> value;
        };
    }

    private static String clean(String text) {
        return text.replace('\0', ' ');
    }
}
