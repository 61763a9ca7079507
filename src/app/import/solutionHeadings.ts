import type { Headings } from './columns.ts';

/** What a column of a file of solutions can hold. */
export type SolutionColumn = 'id' | 'name' | 'kind' | 'publisher' | 'incentive' | 'ipCosell';

/** The names of columns as people write them: English, German, Swedish, Chinese, Russian and Italian. */
export const solutionHeadings: Headings<SolutionColumn> = {
  id: [
    ['solution id', 'Lösungs-ID', 'Lösnings-id', '解决方案 ID', '解决方案编号', 'ID решения', 'ID soluzione'],
    ['id', 'ID-Nummer', '编号', 'Идентификатор', 'Код', 'Codice'],
  ],
  name: [
    [
      ...[
        'solution name',
        'Lösungsname',
        'Name der Lösung',
        'Lösningsnamn',
        'Lösningens namn',
        '解决方案名称',
      ],
      ...['Название решения', 'Имя решения', 'Nome soluzione', 'Nome della soluzione'],
    ],
    [
      ...['name', 'solution', 'Lösung', 'Bezeichnung', 'Namn', 'Lösning', '名称', '解决方案', 'Название'],
      ...['Решение', 'Имя', 'Nome', 'Soluzione'],
    ],
  ],
  kind: [
    ['solution type', 'Lösungstyp', 'Lösningstyp', '解决方案类型', 'Тип решения', 'Tipo di soluzione'],
    ['kind', 'type', 'Art', 'Typ', 'Sort', '类型', '种类', 'Тип', 'Вид', 'Tipo'],
  ],
  publisher: [
    [
      ...['publisher', 'publisher name', 'vendor', 'Herausgeber', 'Anbieter', 'Hersteller', 'Utgivare'],
      ...['Leverantör', '发布者', '供应商', 'Издатель', 'Поставщик', 'Editore', 'Fornitore'],
    ],
  ],
  incentive: [
    [
      ...[
        'incentive',
        'incentive eligible',
        'incentives',
        'Incentive-berechtigt',
        'Anreiz',
        'Anreizberechtigt',
      ],
      ...['Incitament', '激励', '符合激励条件', 'Поощрение', 'Incentivo', 'Idonea agli incentivi'],
    ],
  ],
  ipCosell: [
    [
      ...['IP co-sell', 'IP co-sell ready', 'IP co-sell eligible', 'Azure IP co-sell', 'IP-Co-Selling'],
      ...['IP-samförsäljning', 'IP 联合销售', '知识产权联合销售', 'Совместная продажа IP', 'Co-vendita IP'],
    ],
  ],
};
