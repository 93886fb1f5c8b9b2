package io.bellwether.compat;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request for alerts may ask for. */
public class AlertParameters {

    @QueryParam("active")
    @Nullable String active;

    @QueryParam("silenced")
    @Nullable String silenced;

    @QueryParam("inhibited")
    @Nullable String inhibited;

    @QueryParam("unprocessed")
    @Nullable String unprocessed;

    @QueryParam("filter")
    List<String> filter = List.of();

    @QueryParam("receiver")
    @Nullable String receiver;
}
