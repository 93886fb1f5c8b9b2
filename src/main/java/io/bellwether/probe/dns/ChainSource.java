package io.bellwether.probe.dns;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/** Hands the links of a chain of signatures to the validator, and remembers the first that could not be had. */
final class ChainSource implements Resolver {

    private final Asker resolver;
    private final Deadline deadline;
    private final AtomicReference<@Nullable String> gap = new AtomicReference<>();

    ChainSource(Asker resolver, Deadline deadline) {
        this.resolver = resolver;
        this.deadline = deadline;
    }

    /** Why a link is missing, null when none is. */
    @Nullable String gap() {
        return gap.get();
    }

    /** Each question waits in a virtual thread of its own; the few threads the validator would take are for computing. */
    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        return CompletableFuture.supplyAsync(() -> ask(query), Thread::startVirtualThread);
    }

    private Message ask(Message query) {
        Record link = query.getQuestion();
        Question question = new Question(link.getName(), link.getType());
        Message signed = question.withSignatures();
        signed.getHeader().setID(query.getHeader().getID());
        signed.getHeader().setFlag(Flags.CD);
        try {
            Message answer = resolver.ask(signed, deadline).message();
            if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
                gap.compareAndSet(
                        null,
                        "the resolver answered " + Rcode.string(answer.getRcode()) + " to the question for the "
                                + question.words());
            }
            return answer;
        } catch (WireFailure e) {
            gap.compareAndSet(null, e.reason());
            throw new CompletionException(e);
        }
    }

    @Override
    public Duration getTimeout() {
        return deadline.remaining();
    }

    // How a question travels is not the validator's to say.

    @Override
    public void setPort(int port) {}

    @Override
    public void setTCP(boolean flag) {}

    @Override
    public void setIgnoreTruncation(boolean flag) {}

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

    @Override
    public void setTSIGKey(@Nullable TSIG key) {}

    @Override
    public void setTimeout(Duration timeout) {}
}
