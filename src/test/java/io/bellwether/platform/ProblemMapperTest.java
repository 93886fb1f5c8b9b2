package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    private static final URI PLACE = URI.create("http://localhost/api/v1/things?secret=1");

    private final Json json = new Json(new ObjectMapper());
    private final ProblemMapper mapper = new ProblemMapper(new ProblemDetails(json));

    @Test
    void anUnexpectedFailureKeepsItsReasonToItself() {
        Response response = mapper.unexpected(new IllegalStateException("password=hunter2"), at(PLACE));

        Map<String, Object> body = json.map((String) response.getEntity());
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(body).containsOnlyKeys("type", "title", "status", "detail", "instance");
        assertThat(body.get("detail").toString())
                .doesNotContain("hunter2")
                .containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-");
        assertThat(body).containsEntry("instance", "/api/v1/things");
    }

    @Test
    void anAnswerMadeOnPurposeStays() {
        Response redirect = mapper.refused(new RedirectionException(303, URI.create("/sign-in")), at(PLACE));
        Response page = mapper.refused(
                new WebApplicationException(
                        Response.status(404).entity("<h1>Gone</h1>").build()),
                at(PLACE));

        assertThat(redirect.getStatus()).isEqualTo(303);
        assertThat(page.getEntity()).isEqualTo("<h1>Gone</h1>");
    }

    private static UriInfo at(URI place) {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestUri" -> place;
                    case "getPath" -> place.getPath();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
