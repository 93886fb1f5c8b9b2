package io.bellwether.probe;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host name or an address, and nothing around it. */
public final class PlainHost implements Rule<String> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f:.]{2,45}\\]?");

    @Override
    public @Nullable String fault(String host) {
        boolean plain = NAME.matcher(host).matches()
                || (host.indexOf(':') >= 0 && IPV6.matcher(host).matches());
        return plain ? null : "Must be a host name such as www.example.com, without scheme, port or path.";
    }
}
