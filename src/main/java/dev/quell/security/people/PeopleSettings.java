package dev.quell.security.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.people}: how people sign in, and for how long.
 *
 * @param session how long a sign-in holds
 * @param signIn how often a password may be tried
 * @param passwordCost bcrypt's cost, 10 to 16; one more doubles the work of a guess and of a sign-in
 * @param setUpFor how long a set-up link holds, 1 min to 7 d
 * @param secondPerson when two accounts count as two people
 */
@ConfigurationProperties(prefix = "quell.people", ignoreUnknownFields = false)
public record PeopleSettings(
        @DefaultValue Session session,
        @DefaultValue SignIn signIn,
        @DefaultValue("12") int passwordCost,
        @DefaultValue("1h") Duration setUpFor,
        @DefaultValue SecondPerson secondPerson) {

    private static final int LEAST_COST = 10;
    private static final int MOST_COST = 16;

    public PeopleSettings {
        if (passwordCost < LEAST_COST || passwordCost > MOST_COST) {
            throw new IllegalArgumentException(
                    "quell.people.password-cost is " + passwordCost + "; it must be 10 to 16, for example 12");
        }
        between("set-up-for", setUpFor, Duration.ofMinutes(1), Duration.ofDays(7), "1h");
    }

    /**
     * When two accounts count as two people.
     *
     * @param apart so long before something is proposed nobody may have made or changed the other's account, 1 d to 3650 d
     */
    public record SecondPerson(@DefaultValue("14d") Duration apart) {

        public SecondPerson {
            between("second-person.apart", apart, Duration.ofDays(1), Duration.ofDays(3650), "14d");
        }
    }

    /**
     * How long a sign-in holds.
     *
     * @param idle without anything done by the person, 1 min to 24 h; what a page asks by itself does not count
     * @param longest in all, idle or not, at least as long as idle and 7 d at most
     */
    public record Session(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest) {

        public Session {
            between("session.idle", idle, Duration.ofMinutes(1), Duration.ofHours(24), "30m");
            between("session.longest", longest, idle, Duration.ofDays(7), "12h");
        }
    }

    /**
     * How often a password may be tried and not fit. Each limit fills up again evenly. A browser that the account was signed in with has the first limit to
     * itself, and falls under no other. IPv6 addresses of one /64 count as one.
     *
     * @param account for one account from one address, and for one browser that it was signed in with
     * @param strangers for one account from all browsers together that it was never signed in with
     * @param address for all accounts from one address
     * @param directory for one name and one entry of a directory, which may lock its accounts, from everywhere; each browser that it was signed in with has as many
     */
    public record SignIn(
            @DefaultValue Account account,
            @DefaultValue Strangers strangers,
            @DefaultValue Address address,
            @DefaultValue Directory directory) {

        /**
         * For one account from one address.
         *
         * @param burst so many at once, 1 or more
         * @param per the time in which so many become allowed again
         */
        public record Account(
                @DefaultValue("5") int burst,
                @DefaultValue("5m") Duration per) {
            public Account {
                limit("account", burst, per);
            }
        }

        /**
         * For one account from all browsers that it was never signed in with.
         *
         * @param burst so many at once, 1 or more
         * @param per the time in which so many become allowed again
         */
        public record Strangers(
                @DefaultValue("20") int burst,
                @DefaultValue("1h") Duration per) {
            public Strangers {
                limit("strangers", burst, per);
            }
        }

        /**
         * For all accounts from one address, behind which may be a whole call centre.
         *
         * @param burst so many at once, 1 or more
         * @param per the time in which so many become allowed again
         */
        public record Address(
                @DefaultValue("60") int burst,
                @DefaultValue("5m") Duration per) {
            public Address {
                limit("address", burst, per);
            }
        }

        /**
         * For one name in a directory, however it is spelt, from all browsers that the account was never signed in with.
         *
         * @param burst so many at once, 1 or more
         * @param per the time in which so many become allowed again
         */
        public record Directory(
                @DefaultValue("4") int burst,
                @DefaultValue("1h") Duration per) {
            public Directory {
                limit("directory", burst, per);
            }
        }

        private static void limit(String key, int burst, Duration per) {
            if (burst < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("quell.people.sign-in." + key
                        + ": burst must be at least 1 and per longer than 0, such as { burst: 5, per: 5m }");
            }
        }
    }

    private static void between(String key, Duration value, Duration least, Duration most, String example) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("quell.people." + key + " is " + value.toSeconds() + "s; it must be "
                    + least.toSeconds() + "s to " + most.toSeconds() + "s, for example " + example);
        }
    }
}
