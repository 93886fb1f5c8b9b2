package io.bellwether.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, 8.8.3): the version of a resource in quotes; and the answers that carry them. */
public final class ETags {

    private ETags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the header of a write; absent means "whatever it is now"
     * @throws Problem 412 when it names another version than the current one
     */
    public static void check(@Nullable String ifMatch, int version) {
        if (ifMatch != null && !names(ifMatch, version)) {
            throw Problem.stale(of(version));
        }
    }

    /** The resource with its tag, or 304 without it when {@code ifNoneMatch} says that the client has this version. */
    public static Response read(@Nullable String ifNoneMatch, int version, Object resource) {
        if (ifNoneMatch != null && names(ifNoneMatch, version)) {
            return Response.notModified().header(HttpHeaders.ETAG, of(version)).build();
        }
        return changed(version, resource);
    }

    /** 201 with the new resource, its place and its tag. */
    public static Response created(URI location, int version, Object resource) {
        return Response.created(location)
                .header(HttpHeaders.ETAG, of(version))
                .entity(resource)
                .build();
    }

    /** 200 with the resource as it is now and its tag. */
    public static Response changed(int version, Object resource) {
        return Response.ok(resource).header(HttpHeaders.ETAG, of(version)).build();
    }

    private static boolean names(String header, int version) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
    }
}
