package dev.quell.security.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.security.Signed;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.pairs.Objection.Alike;
import dev.quell.security.pairs.Objection.Handled;
import dev.quell.security.pairs.Objection.Own;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Identity;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.security.people.Way;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.MovingClock;
import dev.quell.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.core.context.SecurityContextHolder;

/** One human with two accounts is one person, as far as that can be told. */
class PairsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration APART = Duration.ofDays(14);

    private final Book book = new Book();
    private final Accounts accounts = new Accounts(new People());
    private final Tokens tokens = mock(Tokens.class);
    private final Pairs pairs = new Pairs(
            accounts,
            tokens,
            book,
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("quell.people", PeopleSettings.class));
    private final Set<String> browsers = new HashSet<>();
    private final Spoken spoken = new Spoken(
            pairs,
            accounts,
            tokens,
            new Audit(book, new MovingClock(NOW)),
            book,
            account -> browsers.contains(account.name()));

    @BeforeEach
    void people() {
        when(tokens.owner(anyString())).thenAnswer(asked -> asked.getArgument(0));
        account("li", "Li Na", Optional.empty());
        account("wang", "Wang Wei", Optional.empty());
    }

    private void account(String name, String fullName, Optional<Identity> identity) {
        account(name, fullName, identity, false);
    }

    private void account(String name, String fullName, Optional<Identity> identity, boolean mustChange) {
        accounts.add(new Account(
                name,
                fullName,
                Set.of(Role.SECURITY),
                Optional.empty(),
                new PasswordHash("{none}"),
                NOW,
                mustChange,
                false,
                NOW,
                NOW,
                identity));
    }

    private Optional<Objection> objection(String author, String by) {
        return pairs.objection(author, by, NOW);
    }

    @Test
    void twoPeopleWithAccountsOfTheirOwnAreTwo() {
        book.put("li", Deed.ACCOUNT_MADE, "zhao", NOW);
        book.put("wang", Deed.PASSWORD_SET, "wang", NOW);
        book.put("", Deed.ACCOUNT_MADE, "li", NOW);

        assertThat(objection("li", "wang")).isEmpty();
        assertThat(objection("wang", "li")).isEmpty();
    }

    @Test
    void nobodyIsTheOwnSecondPersonNorIsAToken() {
        when(tokens.owner("token:abc")).thenReturn("li");

        assertThat(objection("li", "li")).containsInstanceOf(Own.class);
        assertThat(objection("token:abc", "li")).containsInstanceOf(Own.class);
        assertThat(objection("li", "token:abc").orElseThrow().sentence())
                .startsWith("li proposed this; another person");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_MADE, made the account",
        "ACCOUNT_CHANGED, changed the account",
        "PASSWORD_SET, set the password of"
    })
    void whoeverHadAHandOnTheOthersAccountIsNoSecondPersonEitherWay(Deed deed, String did) {
        book.put("li", deed, "wang", NOW.minus(APART));

        assertThat(objection("wang", "li")).containsInstanceOf(Handled.class);
        assertThat(objection("li", "wang").orElseThrow().sentence())
                .isEqualTo(
                        "li " + did + " wang on 2026-11-09, so li and wang count as one person for this; somebody whose"
                                + " account neither of them has made or changed lately confirms it. Of what is proposed after"
                                + " 2026-11-23 they are two.");
    }

    @Test
    void afterAWhileTheyAreTwoAndWaitingWithAProposalDoesNotHelp() {
        book.put("li", Deed.ACCOUNT_MADE, "wang", NOW.minus(APART).minusMillis(1));
        assertThat(objection("li", "wang")).isEmpty();

        book.put("li", Deed.PASSWORD_SET, "wang", NOW.minusSeconds(1));
        assertThat(pairs.objection("li", "wang", NOW)).containsInstanceOf(Handled.class);
        Pairs.Look later = pairs.look(NOW);
        assertThat(later.objection("li", "wang", NOW)).isPresent();
        assertThat(later.objection("li", "wang", NOW.plus(APART))).isEmpty();
    }

    @Test
    void whatSomebodyWhomOneMadeHasMadeIsOnesOwn() {
        book.put("li", Deed.ACCOUNT_MADE, "puppet", NOW);
        book.put("puppet", Deed.ACCOUNT_MADE, "wang", NOW);

        assertThat(objection("li", "wang"))
                .get()
                .isInstanceOfSatisfying(
                        Handled.class,
                        handled -> assertThat(handled.did()).isEqualTo("li made the account puppet on 2026-11-23"));
    }

    @Test
    void twoWithPasswordsThatAThirdOneSetAreNoTwoPeople() {
        account("zhang", "Zhang San", Optional.empty(), true);
        account("chen", "Chen Si", Optional.empty(), true);
        book.put("boss", Deed.ACCOUNT_MADE, "zhang", NOW);
        book.put("token:xyz", Deed.PASSWORD_SET, "chen", NOW);
        when(tokens.owner("token:xyz")).thenReturn("boss");

        assertThat(objection("zhang", "chen"))
                .get()
                .isInstanceOfSatisfying(
                        Handled.class,
                        handled -> assertThat(handled.did())
                                .isEqualTo(
                                        "boss made the account zhang on 2026-11-23, and boss set the password of chen on"
                                                + " 2026-11-23"));
    }

    @Test
    void anObjectionToAThirdOnesPasswordsTellsTheWayOut() {
        account("zhang", "Zhang San", Optional.empty(), true);
        account("chen", "Chen Si", Optional.empty(), true);
        book.put("boss", Deed.ACCOUNT_MADE, "zhang", NOW);
        book.put("boss", Deed.ACCOUNT_MADE, "chen", NOW);

        assertThat(objection("zhang", "chen").orElseThrow().sentence())
                .contains(
                        "; chen or zhang can choose a password of their own on the page /account, and then chen confirms it; or somebody")
                .endsWith("set. Of what is proposed after 2026-12-07 they are two.");
    }

    @Test
    void twoThatAThirdOneMadeAreTwoAsSoonAsOneHasAPasswordOfTheirOwn() {
        account("zhang", "Zhang San", Optional.empty(), true);
        book.put("boss", Deed.ACCOUNT_MADE, "zhang", NOW);
        book.put("boss", Deed.ACCOUNT_MADE, "wang", NOW);

        assertThat(objection("zhang", "wang")).isEmpty();
        assertThat(objection("wang", "zhang")).isEmpty();
        assertThat(objection("boss", "wang")).containsInstanceOf(Handled.class);
        assertThat(objection("wang", "boss")).containsInstanceOf(Handled.class);
    }

    @Test
    void whatAThirdOneDoesToRolesOrToAccountsOfADirectoryMakesTwoPeopleNoOne() {
        account("zhang", "Zhang San", Optional.empty(), true);
        account("chen", "Chen Si", Optional.empty(), true);
        account("anna", "Anna", Optional.of(new Identity(Way.OIDC, "https://a.example", "4711")), true);
        book.put("boss", Deed.ACCOUNT_MADE, "zhang", NOW);
        book.put("boss", Deed.ACCOUNT_CHANGED, "chen", NOW);
        book.put("boss", Deed.ACCOUNT_MADE, "anna", NOW);

        assertThat(objection("zhang", "chen")).isEmpty();
        assertThat(objection("zhang", "anna")).isEmpty();
    }

    @Test
    void theAuditWarnsOfAThirdOneWhoMadeBoth() {
        book.put("boss", Deed.ACCOUNT_MADE, "li", NOW);
        book.put("boss", Deed.ACCOUNT_MADE, "wang", NOW);

        Spoken.Wanted wanted = new Spoken.Wanted("li", Deed.ENTRY_PROPOSED, "blocklist +86170*", NOW);
        SecurityContextHolder.getContext()
                .setAuthentication(Signed.as(Person.of(accounts.find("wang").orElseThrow())));
        try {
            spoken.confirmed(Deed.ENTRY_CONFIRMED, "blocklist 1 +86170*", wanted);
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(book.last().after())
                .contains("WARNING: boss made the account li on 2026-11-23, boss made the account wang on 2026-11-23;");
    }

    @Test
    void accountsThatTheMachinesAdministratorMadeAreTwoPeople() {
        book.put("api", Deed.ACCOUNT_MADE, "li", NOW);
        book.put("api", Deed.ACCOUNT_MADE, "wang", NOW);

        assertThat(objection("li", "wang")).isEmpty();
    }

    @Test
    void manyEntriesAreReadToTheEnd() {
        book.put("li", Deed.ACCOUNT_MADE, "wang", NOW);
        for (int i = 0; i < 2500; i++) {
            book.put("p" + i, Deed.ACCOUNT_MADE, "p" + i, NOW);
        }

        assertThat(objection("li", "wang")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "li.na, Anna, li.na.2, Berta, NAME",
        "li-na, Anna, lina, Berta, NAME",
        "anna, 'Li  Na', berta, 'NA LI', FULL_NAME",
        "anna, José Pérez, berta, jose perez, FULL_NAME",
        "anna, 李娜, berta, 李娜, FULL_NAME"
    })
    void accountsOfOneNameAreOnePerson(String one, String full, String other, String otherFull, Likeness by) {
        account(one, full, Optional.empty());
        account(other, otherFull, Optional.empty());

        assertThat(objection(one, other)).contains(new Alike(one, other, by));
        assertThat(objection(other, one)).contains(new Alike(other, one, by));
        assertThat(objection(one, other).orElseThrow().sentence()).contains(" count as one person, as their accounts");
        assertThat(objection(one, "wang")).isEmpty();
    }

    @Test
    void accountsOfOneIdentityAreOnePerson() {
        account("anna", "Anna", Optional.of(new Identity(Way.OIDC, "https://a.example", "4711")));
        account("berta", "Berta", Optional.of(new Identity(Way.LDAP, "ldap:dc=a", "4711")));

        assertThat(objection("anna", "berta")).contains(new Alike("anna", "berta", Likeness.IDENTITY));
    }

    @Test
    void theAuditTellsBothAndWhatSpeaksForOne() {
        Spoken.Wanted wanted = new Spoken.Wanted("li", Deed.ENTRY_PROPOSED, "blocklist +86170*", NOW);
        spoken.confirmed(Deed.ENTRY_CONFIRMED, "blocklist 1 +86170*", wanted);
        assertThat(book.last().before()).isEqualTo("wanted by li by password");
        assertThat(book.last().after()).startsWith("confirmed by ");

        book.put("li", Deed.ENTRY_PROPOSED, "blocklist +86170*", NOW.plusMillis(3));
        book.put("api", Deed.ACCOUNT_MADE, "li", NOW.minus(Duration.ofDays(2)));
        browsers.add("li");
        spoken.confirmed(Deed.ENTRY_CONFIRMED, "blocklist 1 +86170*", wanted);

        assertThat(book.last().before()).isEqualTo("wanted by li by password from 192.0.2.1");
        assertThat(book.last().after())
                .startsWith("WARNING: one browser, api made the account li on 2026-11-21; confirmed by ")
                .doesNotContain("one address");
    }
}
