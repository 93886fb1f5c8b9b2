package io.bellwether.fact;

import io.bellwether.core.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What findings change in what is already known. */
final class Changes {

    /**
     * The newest evidence for what is known already: a state that still says the same, or an event that goes on.
     *
     * @param detail JSON-shaped values
     */
    record Evidence(UUID id, String source, Map<String, Object> detail) {}

    private Changes() {}

    static boolean saysSomethingNew(Finding finding, @Nullable Fact current) {
        if (current == null) {
            return true;
        }
        if (finding.value() == null || current.value() == null) {
            return false;
        }
        return !finding.value().equals(current.value()) && !finding.occurredAt().isBefore(current.occurredAt());
    }

    static List<UUID> outdated(Collection<Finding> news, Map<String, Fact> current) {
        return news.stream()
                .map(finding -> current.get(finding.key()))
                .filter(Objects::nonNull)
                .map(Fact::id)
                .toList();
    }

    static List<Evidence> evidence(Collection<Finding> findings, Map<String, Fact> current) {
        List<Evidence> evidence = new ArrayList<>();
        for (Finding finding : findings) {
            Fact fact = current.get(finding.key());
            if (fact != null && confirms(finding, fact)) {
                evidence.add(new Evidence(fact.id(), finding.source(), finding.detail()));
            }
        }
        return evidence;
    }

    private static boolean confirms(Finding finding, Fact current) {
        if (finding.value() == null) {
            return current.value() == null;
        }
        return finding.value().equals(current.value()) && !finding.occurredAt().isBefore(current.occurredAt());
    }
}
