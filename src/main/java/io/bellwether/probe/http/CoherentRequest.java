package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import io.bellwether.probe.http.HttpProbe.Method;
import org.jspecify.annotations.Nullable;

/** A body is sent with POST only, and none comes back for HEAD. */
final class CoherentRequest implements Rule<HttpProbe.Settings> {

    @Override
    public @Nullable String fault(HttpProbe.Settings settings) {
        Method method = settings.methodOrDefault();
        if (settings.body() != null && method != Method.POST) {
            return "A body needs the method POST.";
        }
        boolean readsBody =
                settings.bodyContains() != null || settings.bodyMatches() != null || settings.jsonPath() != null;
        return readsBody && method == Method.HEAD ? "The answer to HEAD has no body to check; use GET." : null;
    }
}
