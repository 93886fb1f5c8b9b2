package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The operating system's resolver. It cannot be interrupted, so it works in threads of its own and is left behind when late. */
final class SystemResolver implements Resolver {

    private static final int THREADS = 64;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("resolver-", 0).daemon().factory());

    SystemResolver() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> addresses(String name, Deadline deadline) throws LookupFailed, InterruptedException {
        Future<InetAddress[]> lookup = threads.submit(() -> InetAddress.getAllByName(name));
        try {
            return List.of(lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw LookupFailed.unanswered(name, "no answer in time");
        } catch (ExecutionException e) {
            throw failed(name, e.getCause());
        } finally {
            lookup.cancel(false);
        }
    }

    /** The platform has one exception for a name that does not exist and for a resolver that does not work. */
    static LookupFailed failed(String name, @Nullable Throwable failure) {
        String message = String.valueOf(failure == null ? null : failure.getMessage());
        String words = message.toLowerCase(Locale.ROOT);
        boolean answered = failure instanceof UnknownHostException
                && !words.contains("temporary failure")
                && !words.contains("system error")
                && !words.contains("non-recoverable");
        return answered ? LookupFailed.noAddress(name) : LookupFailed.unanswered(name, message);
    }
}
