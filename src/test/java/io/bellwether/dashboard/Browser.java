package io.bellwether.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.platform.Sessions;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script that is signed in; it follows no redirect by itself. */
final class Browser {

    private final String session;

    private Browser(String session) {
        this.session = session;
    }

    /** Signed in by the link that carries a fresh token of that role. */
    static Browser of(String role) {
        String token = As.admin()
                .body(Map.of("name", "Ada Lovelace", "role", role))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return new Browser(nobody().get("/sign-in?token=" + token).cookie(Sessions.COOKIE));
    }

    static RequestSpecification nobody() {
        return given().redirects().follow(false).urlEncodingEnabled(false).header("Accept", "text/html");
    }

    RequestSpecification request() {
        return nobody().cookie(Sessions.COOKIE, session);
    }

    Response get(String path) {
        return request().get(path);
    }

    Document page(String path) {
        Response response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    /** Fills and sends the form of a page that leads to {@code action}. */
    Response send(String page, String action, Map<String, String> fields) {
        Element form = page(page).selectFirst("form[action=" + action + "]");
        assertThat(form).as("form to " + action + " on " + page).isNotNull();
        RequestSpecification request = request().header("Sec-Fetch-Site", "same-origin");
        form.select("input[type=hidden]").forEach(hidden -> request.formParam(hidden.attr("name"), hidden.val()));
        return request.formParams(fields).post(action);
    }

    String formKey() {
        return page("/").selectFirst("input[name=formKey]").val();
    }
}
