package io.bellwether.notify.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All routes as people write them.
 *
 * @param receivers who can be told; their names are unique
 * @param route the root of the tree: it has a receiver and no matchers
 */
public record RouteDocument(
        @NotEmpty @Size(max = 200) List<@NotNull @Valid NamedReceiver> receivers,
        @NotNull @Valid Node route) {

    /** In {@code groupBy}: alerts of one group agree in all labels, so that each goes alone. */
    public static final String EVERY_LABEL = "...";

    /**
     * Somebody who can be told.
     *
     * @param channels the names of the channels that lead there; none tells nobody
     */
    public record NamedReceiver(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 120) String> channels) {}

    /**
     * A node of the tree; what is absent it has from the node above.
     *
     * @param receiver the name of a receiver
     * @param groupBy labels in which alerts agree that go into one message; {@code ...} for all labels
     * @param groupWait how long the first message of a group waits for further alerts
     * @param groupInterval the time between two messages about changes of a group
     * @param repeatInterval the time after which an unchanged group is told of again
     * @param matchers as Prometheus Alertmanager writes them; all must match
     * @param proceeds whether the nodes behind it are looked at too
     * @param routes looked at in order
     */
    public record Node(
            @Nullable @Size(min = 1, max = 120) String receiver,
            @Nullable @Size(max = 20) List<@NotBlank String> groupBy,
            @Nullable Duration groupWait,
            @Nullable Duration groupInterval,
            @Nullable Duration repeatInterval,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> matchers,
            @JsonProperty("continue") boolean proceeds,
            @Nullable @Size(max = 200) List<@NotNull @Valid Node> routes) {}
}
