package io.bellwether.notify;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bellwether.notify.LedgerReport.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proves that nothing was lost and nothing invented: each transition has one intent for each mailbox that it was routed to, and
 * each intent has come to an end that is accounted for, or waits for something that will come.
 */
final class LedgerCheck {

    private final List<Remark> waiting = new ArrayList<>();
    private final List<Remark> unexplained = new ArrayList<>();

    private LedgerCheck() {}

    /**
     * @param postings all transitions of the time
     * @param entries all intents of these transitions, and those of the time that belong to none
     */
    static LedgerReport of(List<Posting> postings, List<Entry> entries) {
        LedgerCheck check = new LedgerCheck();
        Map<Posting.Key, List<Entry>> byKey = entries.stream().collect(groupingBy(Entry::key));
        postings.forEach(posting -> check.posting(posting, byKey.getOrDefault(posting.key(), List.of())));
        check.strays(postings, entries);
        Map<UUID, Entry> byId = entries.stream().collect(toMap(Entry::id, entry -> entry));
        entries.forEach(entry -> check.entry(entry, byId));
        return new LedgerReport(
                check.unexplained.isEmpty(),
                postings.size(),
                (int) postings.stream().filter(posting -> !posting.dispatched()).count(),
                entries.stream().collect(groupingBy(Entry::state, counting())),
                entries.stream().filter(entry -> entry.insteadOf() != null).count(),
                check.waiting,
                check.unexplained);
    }

    private void posting(Posting posting, List<Entry> entries) {
        if (!posting.dispatched()) {
            waiting.add(remark(posting.key(), null, "It is not decided yet who is told."));
            return;
        }
        if (posting.mailboxes() == null) {
            unexplained.add(remark(posting.key(), null, "The outbox's entry could not be read, so nobody was told."));
            return;
        }
        Map<Long, Integer> routed = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.insteadOf() == null && !entry.besideRoutes())
                .forEach(entry -> routed.merge(entry.mailbox(), 1, Integer::sum));
        Set<Long> all = new HashSet<>(routed.keySet());
        all.addAll(posting.mailboxes());
        for (long mailbox : all) {
            int intents = routed.getOrDefault(mailbox, 0);
            int wanted = posting.mailboxes().contains(mailbox) ? 1 : 0;
            if (intents != wanted) {
                unexplained.add(remark(
                        posting.key(),
                        null,
                        "Mailbox " + mailbox + " has " + intents + " intents where the routes asked for " + wanted
                                + "."));
            }
        }
    }

    private void strays(List<Posting> postings, List<Entry> entries) {
        Set<Posting.Key> known = postings.stream().map(Posting::key).collect(toSet());
        entries.stream()
                .filter(entry -> !entry.besideRoutes() && !known.contains(entry.key()))
                .forEach(entry -> unexplained.add(remark(entry.key(), entry, "There is no such transition.")));
    }

    private void entry(Entry entry, Map<UUID, Entry> all) {
        fault(entry, all).ifPresent(fault -> unexplained.add(remark(entry.key(), entry, fault)));
        boolean open = entry.state() == IntentState.WAITING || entry.state() == IntentState.SENDING;
        if (open || entry.passingOn()) {
            waiting.add(remark(
                    entry.key(), entry, open ? entry.reason() : "Its fallback is about to tell it. " + entry.reason()));
        }
    }

    private static Optional<String> fault(Entry entry, Map<UUID, Entry> all) {
        Entry broken = entry.insteadOf() == null ? null : all.get(entry.insteadOf());
        if (entry.insteadOf() != null && (broken == null || !broken.key().equals(entry.key()))) {
            return Optional.of("It stands in for an intent that there is not.");
        }
        return switch (entry.state()) {
            case WAITING, SENDING -> openFault(entry);
            case DELIVERED -> entry.takings() > 0 ? endFault(entry) : Optional.of("Delivered, but no attempt was.");
            case COALESCED, SUPPRESSED, DEAD ->
                entry.reason().isBlank() ? Optional.of("It ended without a reason.") : endFault(entry);
        };
    }

    private static Optional<String> openFault(Entry entry) {
        if (entry.finished()) {
            return Optional.of("It waits, and has come to an end all the same.");
        }
        return entry.awaited() ? Optional.empty() : Optional.of("It waits, and nobody is going to look at it.");
    }

    private static Optional<String> endFault(Entry entry) {
        return entry.finished() ? Optional.empty() : Optional.of("It ended at no time.");
    }

    private static Remark remark(Posting.Key key, @Nullable Entry entry, String text) {
        return new Remark(key.alert(), key.transition(), entry == null ? null : entry.id(), text);
    }
}
