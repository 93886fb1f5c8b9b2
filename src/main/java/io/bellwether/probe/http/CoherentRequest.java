package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import org.jspecify.annotations.Nullable;

/** What is sent and what is expected do not contradict each other. */
final class CoherentRequest implements Rule<Exchange> {

    @Override
    public @Nullable String fault(Exchange exchange) {
        Method method = exchange.methodOrDefault();
        if (exchange.body() != null && !method.mayHaveBody()) {
            return "A body needs the method POST, PUT or PATCH.";
        }
        if (method == Method.HEAD && exchange.readsBody()) {
            return "The answer to HEAD has no body to check; use GET.";
        }
        Integer least = exchange.minBytes();
        Integer most = exchange.maxBytes();
        return least != null && most != null && least > most ? "minBytes must not be more than maxBytes." : null;
    }
}
