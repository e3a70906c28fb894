package dev.quell.cli;

import dev.quell.classifier.Language;

/** How a language is named on the command line. */
enum Tongue {
    EN(Language.ENGLISH),
    ZH(Language.CHINESE);

    private final Language language;

    Tongue(Language language) {
        this.language = language;
    }

    Language of() {
        return language;
    }
}
