package io.bellwether.platform;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** By which way in a request came. */
@Singleton
class Origin {

    private final Way way;

    Origin(Way way) {
        this.way = way;
    }

    /** What is known of the running request. */
    @RequestScoped
    static class Way {
        private String words = "";

        String words() {
            return words;
        }

        void set(String taken) {
            words = taken;
        }
    }

    /** The method and the path of the resource; what stands in the place of its parameters may be secret and is left out. */
    @ServerRequestFilter
    void note(ContainerRequestContext request, SimpleResourceInfo resource) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        way.set(request.getMethod() + " " + (path == null ? "" : path.value()));
    }

    /** For example {@code POST /api/v1/silences}; empty outside a request. */
    String words() {
        return Arc.container().requestContext().isActive() ? way.words() : "";
    }
}
