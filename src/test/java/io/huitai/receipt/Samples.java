package io.huitai.receipt;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.receipt.Block.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Receipts for tests.
final class Samples {
    static final String RECEIPT_NO = "S001-T1-000482";

    private Samples() {}

    /// A restaurant's sale with all a receipt can carry.
    static Document everything() {
        var document = Document.compose()
                .openDrawer()
                .banner("培训 TRAINING")
                .heading("会台大酒店·中餐厅")
                .centred("杭州市西湖区北山街道 88 号  电话 0571-8800 0000");
        head(document);
        items(document);
        totals(document);
        member(document);
        return document.rule()
                .line("会员积分自入账之日起两年内有效，逾期作废；储值金额不兑现、不找零。最终解释权归本店所有。")
                .signature("客人签名")
                .qr("https://huitai.example/r/" + RECEIPT_NO, "扫码开发票 · 退货凭此码")
                .centred("链头 7F3A 91C2 0B55")
                .centred("谢谢光临，欢迎再来！")
                .cut()
                .done();
    }

    /// A logo in a PNG: a disc that is darker to its right, on nothing.
    static byte[] logo(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var inside = Math.pow(2.0 * x / width - 1, 2) + Math.pow(2.0 * y / height - 1, 2) < 1;
                var grey = 255 - 255 * x / width;
                picture.setRGB(x, y, inside ? 0xFF000000 | grey << 16 | grey << 8 | grey : 0);
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static void head(Composer document) {
        document.rule()
                .pair("单号 " + RECEIPT_NO, "桌号 A12")
                .pair("时间 2026-11-22 18:30:05", "收银 1001")
                .rule()
                .heads("品名", "单价", "数量", "金额");
    }

    private static void items(Composer document) {
        document.item(
                        "宫保鸡丁",
                        Money.parse("48.00"),
                        Quantity.of(2),
                        Money.parse("84.48"),
                        Reason.of("金卡 88折", Money.parse("-11.52")))
                .item(
                        "西湖醋鱼（时价·清蒸改红烧，少辣，不要香菜）",
                        Money.parse("128.00"),
                        Quantity.parse("1.25"),
                        Money.parse("140.80"),
                        Reason.of("金卡 88折", Money.parse("-19.20")),
                        new Reason("备注：客人自带活鱼，加工费另计，分两次上菜", ""))
                .item(
                        "Château Margaux 2009 Premier Grand Cru",
                        Money.parse("5280"),
                        Quantity.ONE,
                        Money.parse("5280.00"))
                .item("米饭", Money.parse("3.00"), Quantity.of(4), Money.parse("12.00"))
                .item(
                        "年夜饭套餐",
                        Money.parse("1288888.00"),
                        Quantity.of(10),
                        Money.parse("12888880.00"),
                        Reason.of("经理手工折扣（授权 3001）：老客户维护", Money.parse("-100.00")));
    }

    private static void totals(Composer document) {
        document.rule()
                .pair("小计", Money.parse("12894428.00"))
                .pair("服务费 10%", Money.parse("23.73"))
                .pair("抹零", Money.parse("-0.01"))
                .total("应收", Money.parse("12894451.72"))
                .pair("现金", Money.parse("12894460.00"))
                .strongPair("找零", "￥8.28")
                .pair("其中税额 6%", Money.parse("729874.63"))
                .rule();
    }

    private static void member(Composer document) {
        document.pair("会员 张*三", "卡号 ****0015")
                .pair("本次前积分", "1200")
                .pair("本次获得 / 使用", "+237 / -500")
                .pair("积分余额", "937")
                .line("其中 400 分将于 2026-12-31 到期")
                .pair("储值余额", Money.parse("350.00"))
                .pair("优惠券：¥20 代金券", "用 1 张，余 2 张");
    }
}
