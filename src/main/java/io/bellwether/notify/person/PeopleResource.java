package io.bellwether.notify.person;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The people who are told by e-mail, as far as more is known of them than an address. */
@Path("/api/v1/people")
@RunOnVirtualThread
class PeopleResource {

    private final People people;

    PeopleResource(People people) {
        this.people = people;
    }

    @GET
    @RolesAllowed(Role.Names.OWNER)
    public Page<Person> list() {
        return new Page<>(people.list(), null);
    }

    @GET
    @Path("/{email}")
    @RolesAllowed(Role.Names.OWNER)
    public Response read(
            @PathParam("email") String email, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Person person = people.find(email).orElseThrow(() -> Problem.notFound("person", email));
        return ETags.read(ifNoneMatch, person.version(), person);
    }

    @PUT
    @Path("/{email}")
    @RolesAllowed(Role.Names.OWNER)
    public Response put(
            @PathParam("email") String email,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewPerson body) {
        Person person = people.put(email, ifMatch, body);
        return ETags.changed(person.version(), person);
    }

    @DELETE
    @Path("/{email}")
    @RolesAllowed(Role.Names.OWNER)
    public void forget(@PathParam("email") String email) {
        people.forget(email);
    }
}
