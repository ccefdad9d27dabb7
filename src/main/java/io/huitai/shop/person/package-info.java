/// How persons and companies are written: telephone, mail, documents, tax numbers.
@NullMarked
package io.huitai.shop.person;

import org.jspecify.annotations.NullMarked;
