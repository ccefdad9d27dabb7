package io.huitai.till.club;

import io.huitai.intake.Bounds;
import io.huitai.intake.Column.Content;
import io.huitai.intake.Outside;
import io.huitai.intake.SentTable;
import io.huitai.intake.UnfitFile;
import io.huitai.shop.Lang;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A company's roster as it was sent, read whole: what [SentTable] reads, with a header of five columns in any order.
/// Reading takes seconds where it is large, so it is done before the till is asked, on a thread of the front.
public final class RosterFile {
    private final List<SentTable.Row<Column>> people;
    private final String digest;

    private RosterFile(List<SentTable.Row<Column>> people, String digest) {
        this.people = people;
        this.digest = digest;
    }

    /// What a roster tells of a person.
    enum Column implements io.huitai.intake.Column {
        COMPANY("company", "企业", Content.WORDS, "公司", "单位", "企业名称", "公司名称", "单位名称", "company name"),
        NAME("name", "姓名", Content.WORDS, "名字", "员工姓名", "full name"),
        PHONE(
                "phone",
                "手机",
                Content.DIGITS,
                "手机号",
                "手机号码",
                "电话",
                "电话号码",
                "联系电话",
                "联系方式",
                "移动电话",
                "mobile",
                "phone number"),
        DOCUMENT(
                "document",
                "证件号",
                Content.DIGITS,
                "证件号码",
                "证件",
                "身份证",
                "身份证号",
                "身份证号码",
                "身份证件号码",
                "id number",
                "document number"),
        LEVEL("level", "职级", Content.WORDS, "级别", "职务级别", "职级名称");

        private final String en;
        private final String zh;
        private final Content content;

        @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
        private final List<String> others;

        Column(String en, String zh, Content content, String... others) {
            this.en = en;
            this.zh = zh;
            this.content = content;
            this.others = List.of(others);
        }

        @Override
        public List<String> headings() {
            return others;
        }

        @Override
        public Content content() {
            return content;
        }

        @Override
        public boolean isNeeded() {
            return true;
        }

        @Override
        public String heading(Lang lang) {
            return switch (lang) {
                case ZH -> zh;
                case EN -> en;
            };
        }
    }

    /// Reads all of it, so that whatever is wrong with the file is known before anything is done. Refused: `BAD_FILE`,
    /// with the reason.
    public static RosterFile read(String name) {
        try {
            var bytes = Outside.bytes(Outside.named(name), Bounds.TABLE_BYTES);
            return new RosterFile(SentTable.read(bytes, Column.class).rows(), sha256(bytes));
        } catch (UnfitFile unfit) {
            throw Refusal.of(ErrorCode.BAD_FILE, unfit);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// Of the file's bytes.
    String digest() {
        return digest;
    }

    /// The people in the order of the file.
    List<SentTable.Row<Column>> people() {
        return people;
    }
}
