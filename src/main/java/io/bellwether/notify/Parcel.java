package io.bellwether.notify;

import io.bellwether.core.alert.routing.GroupNews.Standing;
import java.util.Map;

/**
 * A message that is ready to be sent.
 *
 * @param standings what each group will have been told once it has arrived, by the group's id
 */
record Parcel(Message message, Map<Long, Standing> standings) {}
