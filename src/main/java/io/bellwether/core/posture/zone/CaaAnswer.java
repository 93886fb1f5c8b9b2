package io.bellwether.core.posture.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one name on the way up the tree says about who may issue certificates.
 *
 * @param records those of its alias's target where it is an alias; empty when there are none
 * @param unknown why it could not be told, null when it could
 */
public record CaaAnswer(
        String name, List<CaaRecord> records, @Nullable String unknown) {

    public CaaAnswer {
        records = List.copyOf(records);
    }
}
