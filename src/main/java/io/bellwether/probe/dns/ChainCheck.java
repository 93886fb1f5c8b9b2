package io.bellwether.probe.dns;

import io.bellwether.platform.egress.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Follows the signatures of an answer up to the root (RFC 4035), afresh each time: a key kept from yesterday would hide that
 * the chain is broken today.
 */
final class ChainCheck {

    private final byte[] anchors;
    private final Clock clock;

    /** @param anchors the root's keys that are trusted, DS or DNSKEY records as in a zone file */
    ChainCheck(byte[] anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    Chain of(Question question, Asker resolver, Deadline deadline) {
        Chain chain = validated(question, resolver, deadline);
        if (chain.state() != Chain.State.BOGUS) {
            return chain;
        }
        // A resolver that drops signatures, or a clock of ours that is wrong, makes the whole world look forged.
        Chain root = validated(new Question(Name.root, Type.SOA), resolver, deadline);
        return root.state() == Chain.State.SECURE
                ? chain
                : new Chain(
                        Chain.State.UNDECIDED,
                        "through this resolver not even the root's own signatures hold, " + root.why());
    }

    private Chain validated(Question question, Asker resolver, Deadline deadline) {
        ChainSource source = new ChainSource(resolver, deadline);
        try {
            Message answer = validator(source)
                    .sendAsync(question.withSignatures(), Thread::startVirtualThread)
                    .toCompletableFuture()
                    .get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return read(answer, source);
        } catch (TimeoutException | ExecutionException e) {
            String gap = source.gap();
            return new Chain(Chain.State.UNDECIDED, gap == null ? "there was no time left" : clause(gap));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Chain(Chain.State.UNDECIDED, "interrupted on our side");
        }
    }

    private static Chain read(Message answer, ChainSource source) {
        if (answer.getHeader().getFlag(Flags.AD)) {
            return new Chain(Chain.State.SECURE, "");
        }
        String gap = source.gap();
        if (gap != null) {
            return new Chain(Chain.State.UNDECIDED, clause(gap));
        }
        boolean refused = answer.getRcode() == Rcode.SERVFAIL;
        return new Chain(refused ? Chain.State.BOGUS : Chain.State.UNSIGNED, clause(reason(answer)));
    }

    private static String reason(Message answer) {
        return answer.getSection(Section.ADDITIONAL).stream()
                .filter(record -> record.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
                .filter(TXTRecord.class::isInstance)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .collect(Collectors.joining(", "));
    }

    private static String clause(String words) {
        return words.replaceAll("[.\\s]+$", "");
    }

    private ValidatingResolver validator(ChainSource source) {
        ValidatingResolver validator = new ValidatingResolver(source, clock);
        try {
            validator.loadTrustAnchors(new ByteArrayInputStream(anchors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return validator;
    }
}
