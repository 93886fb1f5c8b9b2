package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Comparator;
import java.util.List;

/** The far end of webhooks: answers as told and remembers what it was sent. */
public final class Sink {

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    public Sink() {
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public void answers(String path, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
    }

    public void accepts(String path) {
        answers(path, aResponse().withBody("ok"));
    }

    /** First answers this, so many times, then takes everything. */
    public void answersFirst(String path, int times, ResponseDefinitionBuilder response) {
        for (int call = 0; call < times; call++) {
            server.stubFor(any(urlPathEqualTo(path))
                    .inScenario(path)
                    .whenScenarioStateIs(call == 0 ? Scenario.STARTED : "after " + call)
                    .willReturn(response)
                    .willSetStateTo("after " + (call + 1)));
        }
        server.stubFor(any(urlPathEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("after " + times)
                .willReturn(aResponse().withBody("ok")));
    }

    /** What came, the oldest first. */
    public List<LoggedRequest> received(String path) {
        return events(path).stream().map(ServeEvent::getRequest).toList();
    }

    /** What came and was taken, the oldest first. */
    public List<LoggedRequest> taken(String path) {
        return events(path).stream()
                .filter(event -> taken(event.getResponse()))
                .map(ServeEvent::getRequest)
                .toList();
    }

    private static boolean taken(LoggedResponse response) {
        return response.getStatus() == 200;
    }

    private List<ServeEvent> events(String path) {
        return server.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals(path))
                .sorted(Comparator.comparing(event -> event.getRequest().getLoggedDate()))
                .toList();
    }

    public void stop() {
        server.stop();
    }
}
