package dev.quell.backtest.page;

import dev.quell.backtest.result.Level;
import dev.quell.classifier.Language;

/** A page's words in one language. */
record Words(Language language) {

    /** The words of the reader's language. */
    String of(String english, String chinese) {
        return switch (language) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }

    String level(Level level) {
        return switch (level) {
            case TAGGED -> of("tagged", "标记");
            case CHALLENGED -> of("challenged", "验证");
            case LISTENED -> of("listened to", "静音检测");
            case DETERRED -> of("deterred", "劝退队列");
            case BLOCKED -> of("blocked", "拦截");
        };
    }

    /** The language's code for HTML. */
    String code() {
        return of("en", "zh-Hans");
    }
}
