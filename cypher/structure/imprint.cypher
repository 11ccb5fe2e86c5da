// zh: {plan}是什么时候印发的，文号是什么？
// en: When was {plan} issued, and under what number?
// ask: {plan}的文号
// ask: {plan}的印发日期
// ask: {plan}的印发时间是什么时候
// ask: {plan}是草案还是正式印发
// ask: document number of {plan}
// ask: when was {plan} published
// ask: is {plan} a draft
// ask: date of {plan}
// say-zh: {plan}：文号{number}，印发日期{issued_on}。
// say-en: {plan}: number {number}, issued on {issued_on}.
// param: plan plan required a plan's id
// column: plan 方案 the plan's title
// column: number 文号 its document number; empty where the text prints none
// column: issued_on 印发日期 the date printed; empty where none is
// column: status 状态 draft 征求意见稿, issued 印发 or unknown
// column: jurisdiction 地区 the area that it is for
// evidence: none
// :param plan => "plan:六盘水市减污降碳协同增效实施方案(征求意见稿)"

MATCH (p:Plan {id: $plan})
RETURN p.title AS plan, p.document_number AS number, p.issued_on AS issued_on, p.status AS status, p.jurisdiction AS jurisdiction
ORDER BY p.id
