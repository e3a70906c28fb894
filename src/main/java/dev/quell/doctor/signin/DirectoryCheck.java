package dev.quell.doctor.signin;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.security.outside.ldap.DirectoryLook;
import java.util.function.Supplier;

/** The directory of {@code quell.sign-in.ldap}. */
final class DirectoryCheck implements Check {

    private static final String PREFIX = "quell.sign-in.ldap";

    private final Supplier<DirectoryLook> directory;

    DirectoryCheck(Supplier<DirectoryLook> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "LDAP";
    }

    @Override
    public void look(Findings findings) {
        DirectoryLook look;
        try {
            look = directory.get();
        } catch (RuntimeException e) {
            findings.fault(
                    "it cannot be asked, so nobody signs in by it; accounts with a password here can: "
                            + Trouble.words(e),
                    Trouble.advice(e, PREFIX, "urls"));
            return;
        }
        look.servers()
                .forEach(server -> server.trouble()
                        .ifPresentOrElse(
                                trouble -> findings.fault(
                                        server.url() + " cannot be asked: " + Trouble.words(trouble),
                                        Trouble.advice(trouble, PREFIX, "urls")),
                                () -> findings.ok(server.url() + " answers, and takes the name that searches")));
        look.people().ifPresent(people -> people(findings, people));
        look.groups().ifPresent(groups -> groups(findings, groups));
        Roles.look(findings, look.roles(), PREFIX + ".roles");
    }

    private static void people(Findings findings, DirectoryLook.People people) {
        if (!people.there()) {
            findings.fault(
                    "there is no '" + people.base() + "' below the base, where people are looked for",
                    PREFIX + ".base and .user.search-base");
        } else if (!people.found()) {
            findings.fault(
                    "nobody is found by the filter, or whoever searches may not see anybody",
                    PREFIX + ".user.filter, and what the directory lets " + PREFIX + ".bind-dn read");
        } else if (!people.identity()) {
            findings.fault(
                    "people's entries do not show what tells them apart for good, so nobody signs in",
                    PREFIX
                            + ".user.subject-attribute: entryUUID, of Active Directory objectGUID; and let bind-dn read it");
        } else {
            findings.ok("people are found");
        }
    }

    private static void groups(Findings findings, DirectoryLook.Groups groups) {
        if (!groups.there()) {
            findings.fault(
                    "there is no '" + groups.base() + "' below the base, where groups are looked for",
                    PREFIX + ".base and .group.search-base");
        } else if (groups.found() == 0) {
            findings.fault(
                    "no group is found, so nobody has a role",
                    PREFIX + ".group.attribute, and what the directory lets " + PREFIX + ".bind-dn read");
        } else {
            findings.ok("groups found: " + groups.found());
        }
        groups.unknown()
                .forEach(name -> findings.warn(
                        "a role is given to the group '" + name + "', which is not there",
                        PREFIX + ".roles: by its whole distinguished name, or as it is called directly below " + PREFIX
                                + ".group.search-base"));
    }
}
