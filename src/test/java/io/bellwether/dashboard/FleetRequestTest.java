package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.dashboard.portfolio.PortfolioOrder;
import io.bellwether.platform.Problem;
import org.junit.jupiter.api.Test;

class FleetRequestTest {

    @Test
    void keepsTheFilterInItsLinksAndEscapesIt() {
        FleetRequest wish = new FleetRequest("a&b=c", "STRATEGIC", null, null, 3);

        assertThat(wish.sortLink(PortfolioOrder.INDEX)).isEqualTo("/?q=a%26b%3Dc&tier=STRATEGIC&sort=index");
        assertThat(wish.pageLink(4)).isEqualTo("/?q=a%26b%3Dc&tier=STRATEGIC&page=4");
    }

    @Test
    void reversesAnOrderThatIsChosenTwice() {
        FleetRequest wish = new FleetRequest(null, null, null, "index", null);

        assertThat(wish.sortLink(PortfolioOrder.INDEX)).isEqualTo("/?sort=-index");
        assertThat(wish.sortLink(PortfolioOrder.NAME)).isEqualTo("/?sort=name");
    }

    @Test
    void reversesBack() {
        FleetRequest wish = new FleetRequest(null, null, null, "-index", null);

        assertThat(wish.order()).isEqualTo(PortfolioOrder.INDEX);
        assertThat(wish.reversed()).isTrue();
        assertThat(wish.sortLink(PortfolioOrder.INDEX)).isEqualTo("/?sort=index");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        FleetRequest wish = new FleetRequest(null, null, "BROKEN", null, null);

        assertThatThrownBy(wish::filter).isInstanceOf(Problem.class).hasMessageContaining("status");
    }

    @Test
    void takesEmptyFieldsOfAFormAsNoWish() {
        assertThat(new FleetRequest(" ", "", "", "", null).filter().any()).isFalse();
    }
}
