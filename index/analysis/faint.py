"""Words of talk: they go with any error and say little about which.

`we tried to get the thing going again this morning` is about nothing yet. Such words keep a small weight in a question,
whether a catalogue has them or not; a concept of the glossary that is made of them is read first and keeps its own.
"""

_ENGLISH = """
able actually afternoon ago agree all almost alone along aloud already alright although altogether always among amount
annoying another any anybody anymore anyone anything anyway anywhere apparently appear appeared appears around
ask asked asking away awful back bad badly barely basically behalf behind believe beside besides best better beyond bit
blew bloody blow boss bother both bring brings bro broke brought bunch buddy button call called came care case cause
caused causes certain certainly chance check clearly colleague colleagues come comes coming complain complained
complaining complains complaint concerned confused confusing consider correctly cos couple course crap crazy currently
customer customers damn daily day days deal dear decide decided decides depend depends describe despite did differently
directly done doubt due each earlier early easily easy either else email end ended ends enough entirely especially even
ever every everybody everyone everything everytime everywhere evening exact exactly example expect expected expecting
expects explain explains explanation eventually fact fairly far feel feels few figure find finally fine folks follow
following forward friday friend front fully funny gave get gets getting general generally give gives giving go goes going gone gonna good
got gotten great guess guy guys had half happen happened happening happens hard hardly hate heard hello help helped
helps hence here hey hi hint hope hopefully hour hours hung hurry idea ideas impossible including indeed inside instead
intended issue issues job just keep keeps kept kind kinda know known knows lately later latter lead leads least leave
left let lets like likely little long longer look looked looking looks lot lots mad made main mainly make makes making
manage managed manages manner many matter matters maybe mean means meant meanwhile mention mentioned mess middle might
mind minute minutes moment monday month months more morning mostly much myself near nearly need needed needs neither
never nevertheless new next nice night nobody none nonetheless nor normal normally noticed nothing now nowhere obvious
obviously occasionally odd off often oh ok okay old once one ones onto opinion other others otherwise ought ourselves
out outcome outright own part particular particularly people perfectly perhaps person phone pick picked picking piece
place plain plainly please plenty point pops possible possibly precisely present pretty previous previously probably
problem problems proper properly purpose put puts putting quick quickly quite random rather reach reached real really
reason reasonable reasons recent recently refer regarding regards remember reported right said same saturday saw say
saying says second see seem seemed seeming seems seen senseless sense serious seriously several shall shame side silly
similar simple simply since sir situation skip slightly small so somebody someday somehow someone something sometime
sometimes somewhat somewhere soon sorry sort speak spite start started starts still stop straight strange stuff stupid
such suddenly suggest suggests sunday supposed support sure surely surprise surprised surprising system tell telling
tells terrible thank thanks that thing things think thinking thinks thought though through throw throws thrown thursday
ticket till time times today together told tomorrow tonight too took totally toward towards tried tries trouble true
truly truth try trying tuesday turn turned turns twice type ugly under understand unfortunately unless until unusual
upon urgent used useful user users usual usually utterly various very via wanna want wanted wanting wants warn way ways
weather wednesday week weekend weeks weird well went were whatever when whenever where whereas wherever whether
whichever whoever whole whom whose why wish within without wonder wondering work worked working works worried worry
worse worst would wow wrong wrongly yeah year years yes yesterday yet you yourself zero
information info detail details
"""
# Words above that do say something of an error, or that are left to the glossary.
_TELLING = """
amount button call called check customer customers email end ended ends job manage managed minute minutes month months
name new none nothing old phone reason reported same second small stop start started starts support system ticket time
times type user users without year years zero due under main mainly leave left lead leads daily own owner wrong
hour hours hung kind broke broken possible sort sorted turn throw throws thrown twice cause caused causes give
gives find check consider bring expected follow impossible part present reach reached normal other others another
"""
FAINT_WORDS = frozenset(_ENGLISH.split()) - frozenset(_TELLING.split())
"""English words that weigh little beside others."""

_CHINESE = """
怎么 怎么办 怎么样 怎样 怎么回事 为什么 为何 为啥 什么 啥 咋 咋办 咋回事 如何 哪里 哪个 哪些 哪儿 这个 那个 这些 那些 这台 那台 这里 那里 这样
那样 这边 那边 这种 那种 一下 一直 一个 一些 一样 有点 有些 时候 的时候 的话 现在 刚才 刚刚 今天 昨天 明天 早上 上午 下午 晚上 突然 忽然 总是
老是 还是 还有 已经 仍然 仍旧 依然 依旧 根本 完全 究竟 到底 似乎 好像 可能 应该 其实 真的 实在 非常 特别 比较 请问 请教 麻烦 帮忙 帮我 谢谢
您好 你好 我们 你们 他们 咱们 大家 客户 同事 老板 朋友 问题 情况 东西 事情 意思 原因 办法 然后 但是 可是 不过 因为 所以 如果 虽然 而且 或者
还 又 再 就 都 也 很 太 才 却 想 要 去 来 说 看 弄 搞 给 让 叫 会 能 提示 显示 报 报错 说是 是不是 有没有 能不能 可不可以 需要 想要 打算 觉得 信息 详情
"""
FAINT_CHINESE = frozenset(_CHINESE.split())
"""The same in Simplified Chinese."""
